package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.files.TypedPath.Meant;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TypedPathTest {
    private static final Path BASE = Path.of("").toAbsolutePath();
    private static final Path HOME = BASE.resolve("home");

    @Test
    void a_relative_path_begins_at_the_base() {
        assertThat(typed("k8s/x.yaml")).isEqualTo(new Meant(BASE.resolve("k8s/x.yaml"), false));
        assertThat(typed("./x.yaml")).isEqualTo(new Meant(BASE.resolve("x.yaml"), false));
    }

    @Test
    void a_tilde_is_the_home_folder_only_where_a_shell_would_say_so() {
        assertThat(typed("~/x.yaml")).isEqualTo(new Meant(HOME.resolve("x.yaml"), false));
        assertThat(typed("~//etc")).isEqualTo(new Meant(HOME.resolve("etc"), false));
        assertThat(typed("~")).isEqualTo(new Meant(HOME, true));
        assertThat(typed("~x.yaml")).isEqualTo(new Meant(BASE.resolve("~x.yaml"), false));
        assertThat(typed("a/~/x.yaml")).isEqualTo(new Meant(BASE.resolve("a/~/x.yaml"), false));
    }

    @Test
    void an_absolute_path_stays_as_it_is() {
        assertThat(typed(BASE.resolve("x.yaml").toString())).isEqualTo(new Meant(BASE.resolve("x.yaml"), false));
    }

    @Test
    void two_dots_stay_since_a_link_may_stand_before_them() {
        assertThat(typed("a/../x.yaml")).isEqualTo(new Meant(BASE.resolve("a/../x.yaml"), false));
    }

    @Test
    void the_path_of_a_folder_is_told_by_its_end() {
        assertThat(typed("k8s/")).isEqualTo(new Meant(BASE.resolve("k8s"), true));
        assertThat(typed(".")).isEqualTo(new Meant(BASE, true));
        assertThat(typed("..")).isEqualTo(new Meant(BASE.resolve(".."), true));
        assertThat(typed("x..")).isEqualTo(new Meant(BASE.resolve("x.."), false));
    }

    @Test
    void what_no_system_can_name_is_refused() {
        assertThat(typed("a\0b")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.obstacle()).isEqualTo(Obstacle.PATH_UNUSABLE);
            assertThat(refused.path()).isEqualTo("a\0b");
            assertThat(refused.detail()).isNotEmpty();
        });
        assertThat(typed("")).isInstanceOf(Refused.class);
        assertThat(typed("  ")).isInstanceOf(Refused.class);
    }

    private static TypedPath typed(String text) {
        return TypedPath.of(text, BASE, HOME);
    }
}
