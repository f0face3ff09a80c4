package org.opencmas.testkit.kept.rule;

import java.math.BigDecimal;

record KeptRule(BigDecimal limit) {
    boolean holds(BigDecimal amount) {
        return amount.compareTo(limit) <= 0;
    }
}
