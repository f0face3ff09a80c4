package org.opencmas.testkit.broken.rule;

import java.sql.Connection;

record BrokenRule(Connection database) {}
