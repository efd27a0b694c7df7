/** Candidate sites: idle premises and community buildings in which a facility could open. */
package org.caremap.candidate;
