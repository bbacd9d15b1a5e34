/**
 * Is this set sensible? One rule per class, findings out.
 *
 * <p>Start at {@link dev.egresso.check.Checks}, which hands a {@link dev.egresso.check.ResourceSet} to every
 * {@link dev.egresso.check.Rule}. The class of a rule has the rule's id in camel case: {@code x-authority-missing} is
 * {@code XAuthorityMissing}. Its words stand in {@code screens/checks.yaml}, its examples in
 * {@code src/test/resources/rules}. {@link dev.egresso.check.Spot} is how rules look at a manifest.
 */
package dev.egresso.check;
