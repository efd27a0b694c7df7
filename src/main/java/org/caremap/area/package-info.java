/** Administrative areas: their tree, who they hold and their outlines where known. */
package org.caremap.area;
