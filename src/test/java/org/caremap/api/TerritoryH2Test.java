package org.caremap.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.caremap.testing.TestHome;

@QuarkusTest
@QuarkusTestResource(value = TestHome.class, restrictToAnnotatedClass = true)
class TerritoryH2Test extends TerritorySuite {}
