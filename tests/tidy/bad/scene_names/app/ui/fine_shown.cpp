// "voice" is a scene
QString floor()
{
    return tr("floor");
}
