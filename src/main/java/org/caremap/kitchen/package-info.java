/**
 * From central kitchens to meal points: who cooks for whom, and how long meals are on their way.
 */
package org.caremap.kitchen;
