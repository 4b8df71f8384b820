"""How are figures drawn? Every chart is numbers and words here, so that the templates only write them down as SVG."""
