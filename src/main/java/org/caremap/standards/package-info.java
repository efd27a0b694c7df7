/** Standards: plans and their rules as data, verdicts, exceptions and comparisons. */
package org.caremap.standards;
