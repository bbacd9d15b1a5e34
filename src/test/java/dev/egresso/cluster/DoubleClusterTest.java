package dev.egresso.cluster;

import org.junit.jupiter.api.Nested;

/** The contract, held by the double. */
class DoubleClusterTest {
    @Nested
    class Applying extends ApplyContract {
        @Override
        Ground ground() {
            return new DoubledCluster();
        }
    }

    @Nested
    class AllOrNothing extends AllOrNothingContract {
        @Override
        Ground ground() {
            return new DoubledCluster();
        }
    }

    @Nested
    class Undoing extends UndoContract {
        @Override
        Ground ground() {
            return new DoubledCluster();
        }
    }

    @Nested
    class Refusing extends RefusalContract {
        @Override
        Ground ground() {
            return new DoubledCluster();
        }
    }

    @Nested
    class Looking extends SightContract {
        @Override
        Ground ground() {
            return new DoubledCluster();
        }
    }
}
