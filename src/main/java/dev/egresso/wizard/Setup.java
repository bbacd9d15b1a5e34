package dev.egresso.wizard;

import dev.egresso.mesh.Surroundings;
import dev.egresso.screens.Screens;

/** What stays the same through a session: the words, the measure of text, and what is known of the mesh. */
public record Setup(Screens screens, Measure measure, Surroundings surroundings) {}
