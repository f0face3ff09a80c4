/**
 * Imports of price lists that go on after the request that sent the file was answered: with progress, every fault of every row, correction of
 * the faulty rows alone, and cancellation. Reading and publishing are those of an import that is answered at once.
 */
@NullMarked
package org.opencmas.registry.pricelist.job;

import org.jspecify.annotations.NullMarked;
