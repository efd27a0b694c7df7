/** Answers: nearest, service areas, coverage, gaps and a provider's reach. */
package org.caremap.coverage;
