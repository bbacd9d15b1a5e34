/**
 * An existing set back into answers, and changed answers into a changed set.
 *
 * <p>{@link dev.egresso.reopen.FoundRoute} says which resources belong together, {@link dev.egresso.reopen.AnswersReader}
 * what was answered. {@link dev.egresso.reopen.Merge} is the heart: what the answers came to before and what they come to
 * now are laid beside what stands in the file, and only what differs between the first two is changed in the third. So no
 * changed answer means no changed byte, and what Egresso does not know is never looked at.
 */
package dev.egresso.reopen;
