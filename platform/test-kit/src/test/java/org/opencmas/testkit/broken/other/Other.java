package org.opencmas.testkit.broken.other;

import org.opencmas.testkit.broken.one.One;

public record Other(One one) {}
