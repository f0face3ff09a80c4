/**
 * What is kept of a contractor compliance review: its plan and course, the orders it read, what it found, what persons did. Plain JDBC.
 *
 * <p>Not here: what counts as a finding ({@code review.finding}), how a review is carried out ({@code review.examination}).
 */
@NullMarked
package org.opencmas.compliance.review.record;

import org.jspecify.annotations.NullMarked;
