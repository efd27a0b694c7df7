package org.caremap.launch;
public class BenchCommand implements io.quarkus.runtime.QuarkusApplication { public int run(String... a) { return 0; } }
