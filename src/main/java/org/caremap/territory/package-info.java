/**
 * Territories: which communities and their stations a centre leads (中心带站), which an operator takes
 * over as a block (划片分块), drawn evenly and in one piece, edited by hand, saved and taken over.
 */
package org.caremap.territory;
