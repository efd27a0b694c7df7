/** The project library: what is to be built, when, by whom and for what money, and its history. */
package org.caremap.project;
