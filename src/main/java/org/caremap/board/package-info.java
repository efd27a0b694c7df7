/** The gap board: every area ranked by the people it leaves out, for every type and group. */
package org.caremap.board;
