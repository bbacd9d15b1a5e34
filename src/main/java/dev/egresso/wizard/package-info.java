/**
 * The whole application without a terminal: session, messages, steps, page, styled text.
 *
 * <p>Start at {@link dev.egresso.wizard.Session}, the one place of state, and {@link dev.egresso.wizard.Message}, the one
 * way to change it. What a person sees of a session is a {@link dev.egresso.wizard.Page}; what the world has to do is an
 * {@link dev.egresso.wizard.Effect}. Keys, state and drawing live apart: a {@link dev.egresso.wizard.View} takes keys and
 * gives a new session, and knows nothing of rows and columns.
 */
package dev.egresso.wizard;
