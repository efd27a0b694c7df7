/**
 * When a door is open: evaluates OpenStreetMap's {@code opening_hours} at an instant, with public
 * holidays and worked weekend days as yearly data, and says the same in words.
 */
package org.caremap.hours;
