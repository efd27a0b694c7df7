/** Scenarios: what could be changed, tried while dragging, saved by name, compared and rebased. */
package org.caremap.scenario;
