// The page tries calls with the session that the browser has; a changing call needs its CSRF token.
let csrfToken = null;

async function token() {
  if (csrfToken === null) {
    const answer = await fetch("/api/session", { headers: { "X-Requested-With": "docs" } });
    csrfToken = answer.ok ? (await answer.json()).csrfToken ?? "" : "";
  }
  return csrfToken;
}

window.SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  requestInterceptor: async (request) => {
    if (!["GET", "HEAD"].includes((request.method ?? "GET").toUpperCase()) && await token()) {
      request.headers["X-CSRF-Token"] = await token();
    }
    return request;
  },
});
