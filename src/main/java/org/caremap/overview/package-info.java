/** What is loaded and how answers are found, for people and programs that start from nothing. */
package org.caremap.overview;
