/**
 * What is on record about a contractor beside its names: locations, certificates, licences, Seller's Permit, authorizations and resellers,
 * each as it was looked up, with its days. Values only; who may record them, and when, is decided by the package above.
 */
@NullMarked
package org.opencmas.registry.contractor.profile;

import org.jspecify.annotations.NullMarked;
