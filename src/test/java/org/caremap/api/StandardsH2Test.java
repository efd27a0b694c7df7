package org.caremap.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.caremap.testing.TestHome;

@QuarkusTest
@QuarkusTestResource(
    value = TestHome.class,
    restrictToAnnotatedClass = true,
    initArgs = {
      @ResourceArg(name = "sample", value = "true"),
      @ResourceArg(name = "plan", value = StandardsSuite.OWN_PLAN)
    })
class StandardsH2Test extends StandardsSuite {}
