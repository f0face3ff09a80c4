/**
 * What this service knows of the registry's agreements, their documents and contractors: a copy that follows the registry's events. Rules on
 * agreements are not judged here; that is compliance's.
 */
@NullMarked
package org.opencmas.order.registry;

import org.jspecify.annotations.NullMarked;
