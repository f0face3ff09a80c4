package org.opencmas.journal;

import static org.assertj.core.api.Assertions.assertThat;

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
        long before = System.currentTimeMillis();
        UUID id = TimeOrderedId.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 5000);
    }
}
