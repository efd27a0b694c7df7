package org.caremap.card;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.print.PrintFonts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /card.pdf} and {@code /cards.pdf}. */
@Path("")
@Tag(name = "Print card")
public class CardResource {
  static final String PDF = "application/pdf";
  private static final int CARDS_AHEAD = 4;

  private final CardParameters parameters;
  private final CardService service;
  private final CardSheet sheet;
  private final PrintFonts fonts;

  CardResource(CardParameters parameters, CardService service, CardSheet sheet, PrintFonts fonts) {
    this.parameters = parameters;
    this.service = service;
    this.sheet = sheet;
    this.fonts = fonts;
  }

  @GET
  @Path("card.pdf")
  @Produces(PDF)
  @Operation(summary = "The print card of a community or a place, as PDF")
  public Response pdf(@Context UriInfo uri) throws IOException {
    return one(parameters.ofAddress(uri), uri);
  }

  @POST
  @Path("card.pdf")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PDF)
  @Operation(summary = "The same by a form, so that no address says where somebody lives")
  public Response pdfOfForm(@Context UriInfo uri, MultivaluedMap<String, String> form)
      throws IOException {
    return one(parameters.ofForm(uri, form), uri);
  }

  private Response one(Query query, UriInfo uri) throws IOException {
    CardRequest request = parameters.read(query);
    Card card = service.write(request, uri.getBaseUri().toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(100_000);
    try (CardPdf pdf = new CardPdf(sheet, fonts)) {
      pdf.add(card);
      pdf.save(card.heading(), card.text(), bytes);
    }
    return answer(bytes.toByteArray(), request, "card");
  }

  @GET
  @Path("cards.pdf")
  @Produces(PDF)
  @Operation(summary = "A print card for every community of an area, in one PDF with an outline")
  public Response batch(@Context UriInfo uri) {
    return all(parameters.ofAddress(uri), uri);
  }

  @POST
  @Path("cards.pdf")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PDF)
  @Operation(summary = "The same by a form")
  public Response batchOfForm(@Context UriInfo uri, MultivaluedMap<String, String> form) {
    return all(parameters.ofForm(uri, form), uri);
  }

  private Response all(Query query, UriInfo uri) {
    CardRequest request = parameters.read(query);
    if (request.area() == null) {
      throw ProblemException.badParameter("area", null, "the code of a loaded area");
    }
    CardService.Batch batch = service.batch(request);
    String page = uri.getBaseUri().toString();
    StreamingOutput out =
        stream -> {
          try (CardPdf pdf = new CardPdf(sheet, fonts)) {
            // The next cards are found while one is set.
            Deque<CompletableFuture<Card>> ahead = new ArrayDeque<>();
            Iterator<CardService.Batch.Member> rest = batch.members().iterator();
            while (rest.hasNext() || !ahead.isEmpty()) {
              while (rest.hasNext() && ahead.size() < CARDS_AHEAD) {
                CardService.Batch.Member member = rest.next();
                ahead.add(
                    CompletableFuture.supplyAsync(
                        () ->
                            service.write(
                                batch.snapshot(),
                                request.of(member.area()),
                                member.start(),
                                page)));
              }
              pdf.add(ahead.remove().join());
            }
            pdf.save(request.text().get("cardPage", request.area().name()), request.text(), stream);
          }
        };
    return answer(out, request, "cards");
  }

  private static Response answer(Object entity, CardRequest request, String name) {
    String file =
        request.area() == null ? name : name + "-" + request.area().code().replaceAll("\\W", "_");
    return Response.ok(entity, PDF)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"%s-%s.pdf\"".formatted(file, request.paper().code()))
        .build();
  }
}
