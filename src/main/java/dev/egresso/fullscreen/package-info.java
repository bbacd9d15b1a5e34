/** Paints a page, names a key. Holds no state of the wizard: a page comes in, messages go out. */
package dev.egresso.fullscreen;
