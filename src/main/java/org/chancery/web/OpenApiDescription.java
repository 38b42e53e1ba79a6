package org.chancery.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** The description of the API at {@code /v3/api-docs}, where it says more than the methods do. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

  private static final String PROBLEM = "Problem";

  static {
    SpringDocUtils.getConfig().replaceWithSchema(Message.class, new StringSchema());
  }

  private final Map<String, Schema<?>> referenced = new ConcurrentHashMap<>();

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Chancery")
                .version("1")
                .description("Treaties and other instruments, their deadlines, and what is late.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes("key", scheme("bearer"))
                .addSecuritySchemes("password", scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList("key"))
        .addSecurityItem(new SecurityRequirement().addList("password"));
  }

  @Bean
  GlobalOpenApiCustomizer problemAnswers() {
    return api -> {
      ResolvedSchema problem = resolved(ProblemBody.class);
      api.getComponents().addSchemas(PROBLEM, problem.schema);
      problem.referencedSchemas.forEach(api.getComponents()::addSchemas);
      referenced.forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
      api.getPaths()
          .values()
          .forEach(
              path ->
                  path.readOperations()
                      .forEach(
                          operation ->
                              operation.getResponses().addApiResponse("default", error())));
    };
  }

  /** A body is shown as the type it is read into, and a write may carry a key. */
  @Bean
  GlobalOperationCustomizer describedBodies() {
    return (operation, method) -> {
      @Nullable Described body = describedBody(method);
      if (body != null) {
        operation.setRequestBody(body(body));
      }
      if (operation.getRequestBody() != null) {
        operation.addParametersItem(
            new HeaderParameter()
                .name(IdempotencyKeys.HEADER)
                .required(false)
                .description("The same key and body give the same answer, and one effect.")
                .schema(new StringSchema()));
      }
      return described(operation);
    };
  }

  private static Operation described(Operation operation) {
    operation
        .getResponses()
        .forEach(
            (status, answer) -> {
              if (status.equals("201")) {
                answer.addHeaderObject("Location", new Header().schema(new StringSchema()));
              }
            });
    return operation;
  }

  private static @Nullable Described describedBody(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .map((MethodParameter parameter) -> parameter.getParameterAnnotation(Described.class))
        .filter(described -> described != null)
        .findFirst()
        .orElse(null);
  }

  private RequestBody body(Described body) {
    ResolvedSchema resolved = resolved(body.value());
    resolved.referencedSchemas.forEach((name, schema) -> referenced.put(name, schema));
    Schema<?> schema = resolved.schema;
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType(body.as(), new MediaType().schema(schema)));
  }

  private static ResolvedSchema resolved(Class<?> type) {
    return ModelConverters.getInstance(true)
        .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false));
  }

  private static ApiResponse error() {
    Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    return new ApiResponse()
        .description("What is wrong, and what to do (RFC 9457)")
        .content(
            new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
  }

  private static SecurityScheme scheme(String name) {
    return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
  }

  /** What a problem says, for the description alone. */
  record ProblemBody(
      String type, String title, int status, String detail, java.util.List<Fault> errors) {

    /** A wrong place of the body. */
    record Fault(String pointer, String message) {}
  }
}
