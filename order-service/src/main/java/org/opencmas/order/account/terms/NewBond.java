package org.opencmas.order.account.terms;

import org.jspecify.annotations.Nullable;

/** A bond as a client sends it. */
public record NewBond(
        @Nullable String kind,
        @Nullable String form,
        @Nullable String formGivenOn,
        @Nullable String surety,
        @Nullable String amount,
        @Nullable String bondDate,
        @Nullable String replaces) {}
