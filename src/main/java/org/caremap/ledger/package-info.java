/**
 * The one ledger of figures: what a figure was computed from, which figures were published, and how
 * to compute them again from the data as they were then.
 */
package org.caremap.ledger;
