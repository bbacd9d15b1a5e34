/** Styled text for pipes, logs and CI, coloured by Jansi where colour is wanted; JSON out. */
package dev.egresso.plain;
