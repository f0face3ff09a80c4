package org.opencmas.fees.ledger.declared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RPT-ALL-LOCAL: how sure it is that two numbers are one order's, typed differently")
class NumberLikenessTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "PO 77, PO-77, SURE",
        "PO77, po-0077, SURE",
        "2026/0045, 2026-45, SURE",
        "P.O. 77, PO 77, SURE",
        "77, PO-77, LIKELY",
        "PO-1O5, PO-105, LIKELY",
        "45O0-LB, 4500-18, LIKELY",
        "PO-10045, PO-10054, POSSIBLE",
        "PO-10045, PO-1045, POSSIBLE",
        "PO-10045, PO-10046, POSSIBLE",
        "PO-10045, PO-10046A, ''",
        "PO-7, PO-8, ''",
        "PO-77, po-77, ''",
        "---, ***, ''",
        "PO-77, PO-8812, ''",
    })
    void alike(String reported, String known, String sureness) {
        String found = NumberLikeness.of(reported, known)
                .map(likeness -> likeness.sureness().name())
                .orElse("");
        assertThat(found).isEqualTo(sureness);
        assertThat(NumberLikeness.of(known, reported)).isEqualTo(NumberLikeness.of(reported, known));
    }
}
