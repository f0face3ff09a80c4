/** What an agency sets for itself: limits, approvers, offers, legal counsel and the word on its own procurement policy. */
@NullMarked
package org.opencmas.console.policy;

import org.jspecify.annotations.NullMarked;
