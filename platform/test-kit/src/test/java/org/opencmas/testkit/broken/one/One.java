package org.opencmas.testkit.broken.one;

import org.opencmas.testkit.broken.other.Other;

public record One(Other other) {}
