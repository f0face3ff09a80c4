package org.opencmas.fees.report.filing;

import org.jspecify.annotations.Nullable;

/** Whom to ask about a filed report, and what the contractor wants to say with it. */
record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String remarks) {}
