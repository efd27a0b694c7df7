/**
 * What the planner takes to a meeting: gap board, verdicts, targets and supply as spreadsheets,
 * tables, maps and a printed report, all written from one model.
 */
package org.caremap.report;
