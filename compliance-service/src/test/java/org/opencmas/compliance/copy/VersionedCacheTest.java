package org.opencmas.compliance.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was read of a table is cached for as long as the table is known not to have changed")
class VersionedCacheTest {
    private static final UUID VERSION = UUID.randomUUID();
    private static final UUID NEXT_VERSION = UUID.randomUUID();

    private final List<Collection<String>> asked = new ArrayList<>();
    private final VersionedCache<String, String> cache = new VersionedCache<>();

    @Test
    void ofTheSameVersionOnlyWhatIsNewIsRead() throws SQLException {
        assertThat(get(VERSION, "a", "b")).isEqualTo(Map.of("a", "A", "b", "B"));
        assertThat(get(VERSION, "a", "b")).isEqualTo(Map.of("a", "A", "b", "B"));
        assertThat(get(VERSION, "b", "c")).isEqualTo(Map.of("b", "B", "c", "C"));

        assertThat(asked).isEqualTo(List.of(List.of("a", "b"), List.of("c")));
    }

    @Test
    void ofAnotherVersionAllIsReadAgainEvenWhenTheFirstOneComesBack() throws SQLException {
        get(VERSION, "a");
        get(NEXT_VERSION, "a");
        get(VERSION, "a");

        assertThat(asked).isEqualTo(List.of(List.of("a"), List.of("a"), List.of("a")));
    }

    @Test
    void whatIsMissingIsNotCachedAsMissing() throws SQLException {
        assertThat(get(VERSION, "?")).isEmpty();
        assertThat(get(VERSION, "?")).isEmpty();

        assertThat(asked).hasSize(2);
    }

    @Test
    void aReadingThatFailsLeavesNothing() throws SQLException {
        assertThatThrownBy(() -> cache.get(VERSION, List.of("a"), keys -> {
                    throw new SQLException("gone");
                }))
                .hasMessage("gone");

        assertThat(get(VERSION, "a")).isEqualTo(Map.of("a", "A"));
    }

    @Test
    void allIsDroppedWhenItBecomesTooMuch() throws SQLException {
        Set<String> many =
                IntStream.rangeClosed(0, 10_000).mapToObj(i -> "x" + i).collect(Collectors.toSet());
        cache.get(VERSION, many, this::read);

        assertThat(get(VERSION, "x1")).isEqualTo(Map.of("x1", "X1"));

        assertThat(asked).hasSize(2);
    }

    private Map<String, String> get(UUID version, String... keys) throws SQLException {
        return cache.get(version, List.of(keys), this::read);
    }

    private Map<String, String> read(Collection<String> keys) {
        asked.add(List.copyOf(keys));
        return keys.stream()
                .filter(key -> !key.equals("?"))
                .collect(Collectors.toMap(Function.identity(), key -> key.toUpperCase(java.util.Locale.ROOT)));
    }
}
