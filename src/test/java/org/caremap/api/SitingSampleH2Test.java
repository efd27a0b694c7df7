package org.caremap.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.caremap.testing.TestHome;

@QuarkusTest
@QuarkusTestResource(
    value = TestHome.class,
    initArgs = @ResourceArg(name = "sample", value = "true"),
    restrictToAnnotatedClass = true)
class SitingSampleH2Test extends SitingSampleSuite {}
