/**
 * Small copies of what a review needs of others' doings: which quarterly reports came ({@code report.filed.v1}) and which orders contractors
 * returned ({@code order.rejected.v1}). What came first stays: neither is ever taken back.
 */
@NullMarked
package org.opencmas.compliance.review.news;

import org.jspecify.annotations.NullMarked;
