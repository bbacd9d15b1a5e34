package dev.egresso.cluster;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The contract, held by a real API server that knows Istio's kinds: {@code mvn verify -Pcluster -Degresso.context=NAME}.
 * Makes a namespace for each test and deletes it again; a context that it was not told to use it refuses.
 */
@Tag("cluster")
class RealClusterIT {
    @Nested
    class Applying extends ApplyContract {
        @Override
        Ground ground() {
            return new RealCluster();
        }
    }

    @Nested
    class AllOrNothing extends AllOrNothingContract {
        @Override
        Ground ground() {
            return new RealCluster();
        }
    }

    @Nested
    class Undoing extends UndoContract {
        @Override
        Ground ground() {
            return new RealCluster();
        }
    }

    @Nested
    class Refusing extends RefusalContract {
        @Override
        Ground ground() {
            return new RealCluster();
        }
    }

    @Nested
    class Looking extends SightContract {
        @Override
        Ground ground() {
            return new RealCluster();
        }
    }
}
