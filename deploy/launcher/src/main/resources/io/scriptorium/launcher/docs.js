window.onload = () => {
  window.ui = SwaggerUIBundle({
    urls: [@services@],
    dom_id: "#swagger-ui",
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "StandaloneLayout",
    // No address of anybody else is asked for anything.
    validatorUrl: null,
  });
};
