/**
 * What the resources of this service share: whose rows a caller may see, and how numbers and quarters are read from a URL. No
 * resource is here.
 */
@NullMarked
package org.opencmas.fees.http;

import org.jspecify.annotations.NullMarked;
