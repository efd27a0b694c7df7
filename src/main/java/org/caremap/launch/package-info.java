/** The process: what {@code java -jar quarkus-run.jar} does, and what happens at start. */
package org.caremap.launch;
