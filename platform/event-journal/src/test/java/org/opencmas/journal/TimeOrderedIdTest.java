package org.opencmas.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ids begin with the time")
final class TimeOrderedIdTest {

    @Test
    void eachIsGreaterThanTheOneBefore() {
        assertThat(Stream.generate(TimeOrderedId::next).limit(100_000).map(UUID::toString))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theyAreUuidsOfVersion7ThatHoldTheTime() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        UUID id = TimeOrderedId.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).isBetween(before, Instant.now());
    }
}
