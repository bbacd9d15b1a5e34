package dev.egresso.files;

import java.io.IOException;

/** Takes an obstacle that no library reports to the one place where obstacles become a value. */
final class ObstacleMet extends IOException {
    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;

    ObstacleMet(Obstacle obstacle, String detail) {
        super(detail);
        this.obstacle = obstacle;
    }

    Obstacle obstacle() {
        return obstacle;
    }
}
