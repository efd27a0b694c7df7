/** The HTTP API asked as a program would ask it, on both databases. */
package org.caremap.api;
