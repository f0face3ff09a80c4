/**
 * Titles of product and service codes. Codes are descriptors to find agreements by (Guide Attachment A p24) and prove
 * nothing about what an agreement covers.
 */
@NullMarked
package org.opencmas.registry.productcode;

import org.jspecify.annotations.NullMarked;
