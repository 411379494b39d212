"""Pictures made by smq: the process map and the link graph, as SVG and PNG."""
