/**
 * The commands; the only place where parts are wired and effects run.
 *
 * <p>{@link dev.egresso.cli.Main} hands the {@link dev.egresso.cli.World} to {@link dev.egresso.cli.Egresso}, which builds
 * the one command that was called and nothing else.
 */
package dev.egresso.cli;
