package org.opencmas.compliance.review.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CMP-PERIODIC: the same seed and population give the same sample for ever")
class SampleRankTest {
    private static final List<UUID> POPULATION = LongStream.rangeClosed(1, 1000)
            .mapToObj(number -> new UUID(0x0190_a000_0000_7000L, 0x8000_0000_0000_0000L | number))
            .toList();

    private static List<Long> sample(long seed, int size) {
        return POPULATION.stream()
                .sorted(Comparator.comparing(order -> SampleRank.of(seed, order)))
                .limit(size)
                .map(order -> order.getLeastSignificantBits() & 0xffff)
                .toList();
    }

    @Test
    void theGoldenSampleIsKept() {
        assertThat(sample(42, 10)).containsExactly(782L, 664L, 267L, 531L, 714L, 795L, 572L, 784L, 846L, 983L);
        assertThat(sample(43, 10)).isNotEqualTo(sample(42, 10));
        assertThat(sample(42, 20).subList(0, 10)).isEqualTo(sample(42, 10));
    }

    @Test
    void theRankIsTheHashOfSeedColonAndId() {
        assertThat(SampleRank.of(42, POPULATION.getFirst()))
                .isEqualTo("ae8bd5d01d4f79d65d6554b64bbce7e35494e8f62275e8330e02331d1749b736");
    }
}
