// TODO: the rest
